import { useI18n } from 'vue-i18n'
import type { MaterialRecord } from '../../src/model/audit.ts'
import { useFormat } from './useFormat.ts'
import { useWords } from './useWords.ts'

/** How much a material holds, in what it is counted by; its size when it holds nothing countable. */
export function useAmount() {
  const { t } = useI18n()
  const { number, bytes } = useFormat()
  const words = useWords()

  function amountOf({
    amount,
    kind,
    bytes: size
  }: Pick<MaterialRecord, 'amount' | 'kind' | 'bytes'>): string {
    const told = (['entries', 'pages', 'messages', 'pictures', 'characters'] as const)
      .filter(each => amount[each] > 0)
      .slice(0, 2)
      .map(each => t(`materials.amount.${each}`, { n: number(amount[each]) }, amount[each]))
    return [words.value.kinds[kind], ...(told.length > 0 ? told : [bytes(size)])].join(' · ')
  }

  return { amountOf }
}
