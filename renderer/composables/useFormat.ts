import { useI18n } from 'vue-i18n'

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/** Numbers as people write them; follows the language of the window. */
export function useFormat() {
  const { locale, t } = useI18n()
  const tag = (): string => (locale.value === 'zh' ? 'zh-CN' : 'en')

  return {
    number: (value: number): string => new Intl.NumberFormat(tag()).format(value),
    /** 0.734 → 73%; never 100% or 0% for what is not whole or nothing. */
    percent(value: number): string {
      const rounded = Math.round(value * 100)
      if (rounded === 100 && value < 1) return '>99%'
      if (rounded === 0 && value > 0) return '<1%'
      return `${rounded}%`
    },
    /** Powers of 1024, as file managers show them. */
    bytes(value: number): string {
      let size = value
      let unit = 0
      while (size >= 1024 && unit < UNITS.length - 1) {
        size /= 1024
        unit++
      }
      const digits = unit === 0 || size >= 100 ? 0 : 1
      return `${new Intl.NumberFormat(tag(), { maximumFractionDigits: digits }).format(size)} ${UNITS[unit]}`
    },
    /** Wall clock of the audit, `2024-05-03T14:20:00` → `2024-05-03 14:20`. */
    moment: (value: string): string => value.slice(0, 16).replace('T', ' '),
    /** Time left or taken, in words; whole minutes above one. */
    duration(seconds: number): string {
      if (seconds < 60) return t('frame.seconds', { n: Math.max(1, Math.ceil(seconds)) }, Math.ceil(seconds))
      const minutes = Math.ceil(seconds / 60)
      if (minutes < 60) return t('frame.minutes', { n: minutes }, minutes)
      return t('frame.hours', { h: Math.floor(minutes / 60), m: minutes % 60 })
    }
  }
}
