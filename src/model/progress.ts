/** How far a run is. */
export interface Progress {
  stage: 'walk' | 'read' | 'relate' | 'check' | 'weigh' | 'report'
  done: number
  total: number // 0 when not known
  bytes?: number
  bytesTotal?: number
  path?: string // what is being read
}
