/** A paper that hands another one on: 关于转发《…》的通知, 现将…转发给你们. Pieces forwarded in a chat group are none. */
export function relayed(title: string, body: string): boolean {
  return (
    /(?:转发|批转|翻印)(?!情况|量|、)(?:.{0,30}《|.{2,60}(?:通知|意见|方案|办法|决定|通报|函|讲话|要求|规定)$)|^转《/u.test(
      title
    ) || /现将.{2,120}(?:转发|转给|批转)(?:给?你们|,|,|。|如下)/u.test(body.slice(0, 400))
  )
}
