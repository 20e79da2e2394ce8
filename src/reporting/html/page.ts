import type { View } from '../view.ts'

export interface ExhibitSource {
  /** JPEG bytes of a material's thumbnail, by the material's sha256. */
  get(sha256: string): Uint8Array | undefined
}

/** The view of the report, and pictures as data. */
export interface Page extends View {
  exhibit(sha256: string): string | undefined
}

export function pageOf(view: View, exhibits: ExhibitSource): Page {
  const { audit, level } = view
  const secret = new Set(audit.materials.filter(material => material.secret).map(({ sha256 }) => sha256))
  return {
    ...view,
    exhibit: sha256 => {
      const bytes = level === 'statistics' || secret.has(sha256) ? undefined : exhibits.get(sha256)
      return bytes ? `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}` : undefined
    }
  }
}
