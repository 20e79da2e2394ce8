// Readers that do wrong, for tests: a file asks for one by its first line. Loaded by the child only when a test says so.
import { writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'

const ways = {
  crash: async () => process.kill(process.pid, 'SIGKILL'),
  exit: async context => {
    await context.send({ part: 'blocks', blocks: [{ text: 'before', style: 'paragraph' }] })
    process.exit(0)
  },
  throw: async () => {
    throw new TypeError('a secret from the file')
  },
  hang: async () => {
    for (;;);
  },
  sleep: () => new Promise(() => {}),
  beat: async context => {
    for (;;) {
      await new Promise(resolve => setTimeout(resolve, 20))
      context.beat()
    }
  },
  swell: async () => {
    const held = []
    for (;;) held.push(Buffer.alloc(8 << 20, held.length))
  },
  garbage: async context => {
    await context.send({
      part: 'rows',
      table: 0,
      rows: new Uint32Array(2),
      starts: new Uint32Array(1),
      columns: [],
      texts: [],
      kinds: 0
    })
  },
  uncounted: async context => {
    await context.send({ part: 'blocks', blocks: [{ text: 'one', style: 'paragraph' }] })
    process.send({ type: 'part', job: 0, seq: 2, part: { part: 'end', counts: {} } })
    process.send({ type: 'nonsense' })
  },
  escape: async context => {
    const done = []
    const outside = context.file + '.written'
    for (const [what, how] of [
      ['wrote outside', () => writeFileSync(outside, 'x')],
      ['spawned', () => spawnSync(process.execPath, ['-v']).status === 0 || fail()],
      ['loaded an addon', () => process.dlopen({ exports: {} }, context.packages + '/x.node')]
    ]) {
      try {
        how()
        done.push(what)
      } catch (error) {
        done.push(`${what}: ${error.code}`)
      }
    }
    await context.send({ part: 'blocks', blocks: [{ text: done.join('; '), style: 'paragraph' }] })
  },
  lie: async context => {
    await context.send({
      part: 'member',
      member: { name: 'other.txt', bytes: 3, sha256: 'a'.repeat(64), spool: 'm1' }
    })
  },
  rows: async context => {
    const [batches, size, columns] = [200, 1000, 8]
    await context.send({ part: 'table', table: { index: 0, name: 'rows', hidden: false, merges: [] } })
    for (let batch = 0; batch < batches; batch++) {
      const cells = size * columns
      await context.send({
        part: 'rows',
        table: 0,
        rows: Uint32Array.from({ length: size }, (_, i) => batch * size + i + 1),
        starts: Uint32Array.from({ length: size }, (_, i) => i * columns),
        columns: Uint16Array.from({ length: cells }, (_, i) => i % columns),
        texts: Array.from({ length: cells }, (_, i) => `走访记录${(batch * cells + i) % 50_000}`),
        kinds: new Uint8Array(cells)
      })
    }
  },
  fine: async context => {
    await context.send({ part: 'blocks', blocks: [{ text: 'fine', style: 'paragraph' }] })
  }
}

function fail() {
  throw Object.assign(new Error('no'), { code: 'NO' })
}

export default {
  pick(head) {
    const asked = /^HENSHI-TEST (\w+)/.exec(Buffer.from(head).toString('latin1'))
    return asked && { formats: ['unknown'], pool: 'documents', version: 1, read: ways[asked[1]] }
  }
}
