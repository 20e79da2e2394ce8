type Numbers = Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer> | Uint32Array<ArrayBuffer>

/** A typed array that grows by doubling. `done()` gives a copy of exactly what was added. */
export class Growing<T extends Numbers> {
  private array: T
  length = 0

  constructor(
    private readonly make: (size: number) => T,
    size = 1024
  ) {
    this.array = make(size)
  }

  push(value: number): void {
    if (this.length === this.array.length) this.reserve(this.length + 1)
    this.array[this.length++] = value
  }

  append(values: ArrayLike<number>): void {
    this.reserve(this.length + values.length)
    this.array.set(values, this.length)
    this.length += values.length
  }

  done(): T {
    return this.array.slice(0, this.length) as T
  }

  private reserve(size: number): void {
    if (size <= this.array.length) return
    const larger = this.make(Math.max(size, this.array.length * 2))
    larger.set(this.array)
    this.array = larger
  }
}
