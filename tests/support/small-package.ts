import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './paths.ts'

/** A folder of a few files: a copy, a picture in a folder, a paper with a mark of secrecy, something unreadable. */
export function smallPackage(): string {
  const folder = join(temporaryFolder(), '幸福镇材料')
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  const visit =
    '2024年3月5日，幸福镇组织干部到东河村走访群众12户，了解低保与医保情况，现场解答问题5个，帮助2户办理低保申请，3月20日获批。'
  write('1-走访/2024-03-05走访记录.txt', visit)
  write('1-走访/2024-03-05走访记录（副本）.txt', visit)
  write('2-培训/2024-04-09走访记录.txt', visit)
  write('2-培训/签到.csv', '序号,姓名,单位\n1,张伟,东河村\n2,李娜,西河村\n3,王强,南河村\n')
  write('3-其他/说明.txt', '秘密★\n关于有关事项的说明\n本材料不宜公开。')
  write('3-其他/损坏.docx', 'PK\u0003\u0004这不是一个文档')
  write('3-其他/空.txt', '')
  return folder
}
