import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { serialToText, textToSerial } from '../../../src/readers/spreadsheet/date-serials.ts'
import { decimalText, numberText, percentText } from '../../../src/readers/spreadsheet/decimals.ts'
import { columnLetters, columnOf, mergeOf, rowOf } from '../../../src/readers/spreadsheet/references.ts'
import { risingness } from '../../../src/readers/spreadsheet/string-order.ts'
import xlsx from '../../../src/readers/spreadsheet/xlsx.ts'
import { readWith } from '../../support/reader-context.ts'

describe('date serials', () => {
  it('go to text and back in both systems, to the second', () => {
    const system = fc.constantFrom('1900' as const, '1904' as const)
    fc.assert(
      fc.property(
        system,
        fc.integer({ min: 1, max: 2_957_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        (epoch, day, second) => {
          const serial = day + second / 86_400
          const text = serialToText(serial, epoch)!
          expect(Math.abs(textToSerial(text, epoch) - serial)).toBeLessThan(0.5 / 86_400)
          expect(serialToText(textToSerial(text, epoch), epoch)).toBe(text)
        }
      )
    )
  })

  it('agree with known days', () => {
    expect([1, 59, 60, 61, 45356].map(serial => serialToText(serial, '1900'))).toEqual(['1900-01-01', '1900-02-28', '1900-02-29', '1900-03-01', '2024-03-05']) // prettier-ignore
    expect([0, 1, 43894].map(serial => serialToText(serial, '1904'))).toEqual(['1904-01-01', '1904-01-02', '2024-03-05']) // prettier-ignore
    expect([0, -1, NaN, 3e6, Infinity].map(serial => serialToText(serial, '1900'))).toEqual([undefined, undefined, undefined, undefined, undefined]) // prettier-ignore
    expect(serialToText(45356.999999, '1900')).toBe('2024-03-06')
  })

  it('follow the calendar day by day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 73_050 }), serial => {
        const expected = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10)
        expect(serialToText(serial, '1900')).toBe(expected)
      })
    )
  })
})

describe('decimals', () => {
  it('have no exponent and mean the same number to fifteen digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), value => {
        const text = numberText(value)
        expect(text).toMatch(/^-?\d+(?:\.\d+)?$/)
        const rounded = Number(value.toPrecision(15)) + 0
        expect(Number(text)).toBe(Number.isFinite(rounded) ? rounded : value)
      })
    )
  })

  it('leave what is already the shortest alone', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), value => {
        expect(decimalText(String(value))).toBe(String(value))
      })
    )
    expect(['1.50', '00.5', '.5', '5.', '+3', ' 7 '].map(decimalText)).toEqual([
      '1.5',
      '0.5',
      '0.5',
      '5',
      '3',
      '7'
    ])
  })

  it('become per cent by moving the point', () => {
    expect(['0.125', '1', '0', '-0.5', '0.07', '0.1234567'].map(percentText)).toEqual(['12.5%', '100%', '0%', '-50%', '7%', '12.34567%']) // prettier-ignore
  })
})

describe('references', () => {
  it('name columns both ways', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 16_383 }),
        fc.integer({ min: 1, max: 1_048_576 }),
        (column, row) => {
          expect(columnOf(`${columnLetters(column)}${row}`)).toBe(column)
          expect(rowOf(`$${columnLetters(column)}$${row}`)).toBe(row)
        }
      )
    )
  })

  it('never run past a sheet', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        expect(columnOf(text)).toBeLessThanOrEqual(16_384 * 26 + 26)
        expect(rowOf(text)).toBeLessThanOrEqual(1_048_577)
        expect(() => mergeOf(text)).not.toThrow()
      })
    )
  })
})

it('risingness is Kendall’s tau', () => {
  expect(risingness(Float64Array.from([1, 2, 3, 4]))).toBe(1)
  expect(risingness(Float64Array.from([4, 3, 2, 1]))).toBe(-1)
  expect(risingness(Float64Array.from([1, 3, 2, 4]))).toBeCloseTo(1 - 2 / 6)
})

describe('a workbook another program wrote', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter(text => !/[\p{C}\uFFFE\uFFFF]|_x[0-9A-F]{4}_/iu.test(text)), // prettier-ignore
    fc.integer({ min: -1e9, max: 2e10 }),
    fc.boolean(),
    fc.date({ min: new Date('1990-01-01'), max: new Date('2049-12-31'), noInvalidDate: true }).map(date => new Date(Math.floor(date.getTime() / 1000) * 1000)) // prettier-ignore
  )

  it('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 12 }),
        fc.boolean(),
        async (rows, shared) => {
          const { tables, troubles } = await readWith(xlsx, await write(rows, shared))
          expect(troubles).toEqual([])
          const expected = Object.fromEntries(
            rows
              .map((row, i) => [i + 1, row.map(shown)])
              .filter(([, row]) => (row as string[]).some(text => text !== ''))
          )
          const seen = tables[0]!.texts
          const width = (row: string[]) => row.join('\n').replace(/\n+$/u, '')
          expect(Object.keys(seen)).toEqual(Object.keys(expected))
          for (const row in seen) expect(width(seen[row]!)).toBe(width(expected[row] as string[]))
        }
      ),
      { numRuns: 60 }
    )
  })

  async function write(rows: readonly (readonly unknown[])[], useSharedStrings: boolean): Promise<Buffer> {
    const book = new ExcelJS.Workbook()
    const sheet = book.addWorksheet('表')
    rows.forEach((row, i) =>
      row.forEach((value, column) => {
        if (value === null) return
        const target = sheet.getCell(i + 1, column + 1)
        target.value = value as ExcelJS.CellValue
        if (value instanceof Date) target.numFmt = 'yyyy-mm-dd hh:mm:ss'
      })
    )
    return Buffer.from(await book.xlsx.writeBuffer({ useSharedStrings } as Partial<ExcelJS.XlsxWriteOptions>))
  }

  function shown(value: unknown): string {
    if (value === null) return ''
    if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T00:00:00', '')
    return typeof value === 'boolean' ? String(value).toUpperCase() : String(value)
  }
})
