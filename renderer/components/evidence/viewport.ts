/** How a picture lies in its frame: `scale` 1 fits it whole; `x` and `y` are the shift of its centre, in frame widths and heights. */
export interface View {
  scale: number
  x: number
  y: number
}

export const WHOLE: View = { scale: 1, x: 0, y: 0 }
export const MOST_SCALE = 16

/** A point of the frame, from its centre: −0.5 to 0.5 both ways. */
export interface Point {
  x: number
  y: number
}

/** Zooms by a factor and keeps what lies under the point where it is. */
export function zoomed(view: View, factor: number, at: Point = { x: 0, y: 0 }): View {
  const scale = Math.min(MOST_SCALE, Math.max(1, view.scale * factor))
  const ratio = scale / view.scale
  return held({ scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio })
}

/** Moves by a part of the frame. */
export function moved(view: View, by: Point): View {
  return held({ ...view, x: view.x + by.x, y: view.y + by.y })
}

/** The picture never leaves its frame: at scale 1 it stands still. */
function held({ scale, x, y }: View): View {
  const most = (scale - 1) / 2
  const within = (value: number): number => Math.min(most, Math.max(-most, value)) || 0
  return { scale, x: within(x), y: within(y) }
}

export function transformOf({ scale, x, y }: View): string {
  return `translate(${(100 * x).toFixed(3)}%, ${(100 * y).toFixed(3)}%) scale(${scale.toFixed(4)})`
}
