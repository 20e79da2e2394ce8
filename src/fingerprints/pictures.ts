import type { Material } from '../model/material.ts'
import type { Picture } from '../model/evidence.ts'
import { hashOfLook } from './picture-hash.ts'
import { detailOf, natureOf } from './picture-nature.ts'
import { thumbnailAgreement } from './picture-thumbnail.ts'

/** One `Picture` for every material that was read as a picture, in the order of materials; those without decoded pixels are kept for what their metadata claim. */
export function picturesOf(materials: readonly Material[]): Picture[] {
  return materials.flatMap((material, index) => {
    const facts = material.reading?.picture
    if (!facts) return []
    if (facts.look.length === 0)
      return [{ material: index, hash: new Uint32Array(0), detail: 0, nature: 'photo' as const }]
    const detail = detailOf(facts.look)
    const agreement = thumbnailAgreement(facts)
    return [
      {
        material: index,
        hash: hashOfLook(facts.look),
        detail,
        nature: natureOf(facts, detail),
        ...(agreement === undefined ? {} : { thumbnailAgreement: agreement })
      }
    ]
  })
}
