import { onBeforeUnmount, ref, type Ref } from 'vue'

/** Colours of the theme in force as a canvas understands them; new ones when the theme changes. */
export function useChartColours<K extends string>(names: readonly K[]): Ref<Record<K, string>> {
  const colours = ref(read(names)) as Ref<Record<K, string>>
  const again = (): void => {
    colours.value = read(names)
  }
  const watched = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)'].map(query => matchMedia(query))
  const observer = new MutationObserver(again)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  for (const each of watched) each.addEventListener('change', again)
  onBeforeUnmount(() => {
    observer.disconnect()
    for (const each of watched) each.removeEventListener('change', again)
  })
  return colours
}

/** A variable may hold `light-dark(…)`: only an element that wears it knows the colour. */
function read<K extends string>(names: readonly K[]): Record<K, string> {
  const probe = document.body.appendChild(document.createElement('span'))
  const entries = names.map(name => {
    probe.style.color = `var(--${name})`
    return [name, getComputedStyle(probe).color]
  })
  probe.remove()
  return Object.fromEntries(entries) as Record<K, string>
}
