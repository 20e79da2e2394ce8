import { join, resolve } from 'node:path'
import { writeSample } from '../../sample/index.ts'
import { EXIT, say } from '../shell.ts'

export async function sampleCommand(folder: string, seed: number): Promise<number> {
  await writeSample(resolve(folder), seed)
  say(`示例材料包 · sample package: ${join(resolve(folder), 'package')}`)
  say(`标准答案 · truth: ${join(resolve(folder), 'truth.json')}`)
  return EXIT.ok
}
