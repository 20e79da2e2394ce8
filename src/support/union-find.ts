/** Disjoint sets over 0 … size-1. Roots are the smallest member, so the outcome does not depend on the order of joins. */
export class UnionFind {
  private readonly parent: Uint32Array

  constructor(size: number) {
    this.parent = Uint32Array.from({ length: size }, (_, i) => i)
  }

  root(item: number): number {
    let at = item
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!
      at = this.parent[at]!
    }
    return at
  }

  join(a: number, b: number): void {
    const left = this.root(a)
    const right = this.root(b)
    if (left < right) this.parent[right] = left
    else this.parent[left] = right
  }

  /** Sets of two or more members, each rising, in the order of their smallest member. */
  groups(): number[][] {
    const members = new Map<number, number[]>()
    for (let item = 0; item < this.parent.length; item++) {
      const root = this.root(item)
      const group = members.get(root)
      if (group) group.push(item)
      else members.set(root, [item])
    }
    return [...members.values()].filter(group => group.length > 1)
  }
}
