import { eraseData } from '../../store/erase.ts'
import { EXIT, say, type Shell } from '../shell.ts'

export async function eraseCommand(shell: Shell): Promise<number> {
  await eraseData(shell.paths.data)
  say(`已清除 · erased: ${shell.paths.data}`)
  return EXIT.ok
}
