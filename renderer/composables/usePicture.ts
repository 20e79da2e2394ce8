import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { useExhibits, type Asked } from '../stores/exhibits.ts'

export type PictureState = 'waiting' | 'there' | 'none'

/** A picture for as long as the component lives; the address is given back when it asks for another or goes. */
export function usePicture(asked: () => Asked | undefined): {
  url: ShallowRef<string | undefined>
  state: ShallowRef<PictureState>
} {
  const exhibits = useExhibits()
  const url = shallowRef<string>()
  const state = shallowRef<PictureState>('waiting')
  let key: string | undefined

  const letGo = (): void => {
    if (key !== undefined) exhibits.give(key)
    key = undefined
  }

  watch(
    () => JSON.stringify(asked()),
    async () => {
      const wanted = asked()
      const before = key
      if (!wanted) {
        letGo()
        url.value = undefined
        state.value = 'none'
        return
      }
      const taken = exhibits.take(wanted)
      key = taken.key
      if (before !== undefined) exhibits.give(before)
      state.value = 'waiting'
      const found = await taken.url
      if (key !== taken.key) return // something else is wanted by now
      url.value = found
      state.value = found === undefined ? 'none' : 'there'
    },
    { immediate: true }
  )
  onScopeDispose(letGo)
  return { url, state }
}
