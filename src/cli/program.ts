import { Command, CommanderError, InvalidArgumentError } from 'commander'
import { LANGUAGES, type Language } from '../words/index.ts'
import { VERSION } from '../version.ts'
import { auditCommand, type AuditOptions } from './commands/audit.ts'
import { checksCommand } from './commands/checks.ts'
import { eraseCommand } from './commands/erase.ts'
import { sampleCommand } from './commands/sample.ts'
import { serveCommand, type ServeOptions } from './commands/serve.ts'
import { EXIT, type Shell } from './shell.ts'

/** The command line; `run` resolves to the exit code. */
export function buildProgram(shell: Shell): { run(argv: readonly string[]): Promise<number> } {
  let code: number = EXIT.ok
  const program = new Command('henshi')
    .description('痕实 Henshi：迎检材料自查，离线运行\nAn offline auditor of inspection packages')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('（henshi audit --help）')

  program
    .command('audit')
    .description('检查一个或多个材料包（文件夹或 zip）· audit one or several packages')
    .argument('<package...>')
    .option('--out <dir>', '报告输出到此文件夹（默认：材料包旁的 <package>-henshi/）')
    .option('--json <file>', '另存 audit.json 到此文件')
    .option('--unit <name>', '单位名称')
    .option('--from <date>', '考核期起，YYYY-MM-DD', day)
    .option('--to <date>', '考核期止，YYYY-MM-DD', day)
    .option('--inspected <date>', '检查日期，YYYY-MM-DD（从不默认为今天）', day)
    .option('--issued <path>', '上级下发的文件或空白表，可重复', collect, [])
    .option('--reference <path>', '对照材料（往年、他处），可重复', collect, [])
    .option('--indicators <file>', '指标清单（考核细则、迎检材料清单）：xlsx、csv 或 docx')
    .option('--passwords-file <file>', '密码清单，每行一个')
    .option('--lang <zh|en>', '报告与摘要的语言', language, 'zh')
    .option('--statistics', '只出统计：不引述、不列名称和路径、不出图')
    .option('--unmasked', '不遮蔽个人信息（默认遮蔽）')
    .option('--reason <text>', '不遮蔽的理由，写在各报告首页')
    .option('--jobs <n>', '同时读取的进程数', jobs)
    .option('--no-cache', '不使用读取缓存')
    .option('--quiet', '只在出错时输出')
    .action(async (packages: string[], options: AuditOptions) => {
      code = await auditCommand(packages, options, shell)
    })

  program
    .command('serve')
    .description(
      '在浏览器中打开窗口（只在本机，不联网） · open the window in a browser, on this machine only'
    )
    .argument('[package]', '同时打开的材料包')
    .option('--no-open', '只显示地址，不启动浏览器')
    .action(async (path: string | undefined, options: ServeOptions) => {
      code = await serveCommand(path, options, shell)
    })

  program
    .command('sample')
    .description('生成示例材料包与标准答案 · write a sample package with its truth')
    .argument('<dir>')
    .option('--seed <n>', '种子', seed, 1)
    .action(async (folder: string, options: { seed: number }) => {
      code = await sampleCommand(folder, options.seed)
    })

  program
    .command('checks')
    .description('列出检查项，或显示一项的说明 · list checks, or show one’s help page')
    .argument('[id]')
    .option('--lang <zh|en>', '语言', language, 'zh')
    .action(async (id: string | undefined, options: { lang: Language }) => {
      code = await checksCommand(id, options.lang, shell)
    })

  program
    .command('erase')
    .description('清除本机上的读取缓存与设置 · erase cached readings and settings on this computer')
    .action(async () => {
      code = await eraseCommand(shell)
    })

  return {
    async run(argv) {
      try {
        await program.parseAsync(argv)
        return code
      } catch (error) {
        if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
        throw error
      }
    }
  }
}

function day(value: string): string {
  if (!/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(value))
    throw new InvalidArgumentError('请写成 YYYY-MM-DD')
  return value
}

function language(value: string): Language {
  const known = LANGUAGES.find(each => each === value)
  if (!known) throw new InvalidArgumentError('zh 或 en')
  return known
}

function jobs(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > 64) throw new InvalidArgumentError('1 到 64 的整数')
  return number
}

function seed(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number) || number < 0) throw new InvalidArgumentError('非负整数')
  return number
}

function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
