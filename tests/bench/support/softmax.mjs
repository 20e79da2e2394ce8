/** Rounds of gradient descent, how much weights are held down, and in how many packages a piece of a word must stand. */
const ROUNDS = 150
const HELD_DOWN = 0.003
const PACKAGES = 3
const MOST_CUES = 6000
const PACE = 0.15

/** A linear model over cues, by full gradients from zero: nothing in it is drawn at random. */
export function learn(given, volumeOf, classes) {
  const samples = given.filter(({ features }) => features.length > 0)
  const names = vocabularyOf(samples)
  const at = new Map(names.map((name, i) => [name, i]))
  const volume = names.map(volumeOf)
  const known = features => features.flatMap(feature => at.get(feature) ?? [])
  const rows = samples.map(({ features }) => known(features))
  const scales = rows.map(row => scaleOf(row, volume))
  const count = classes.length
  const weights = new Float64Array(names.length * count)
  const slopes = new Float64Array(weights.length)
  const past = new Float64Array(weights.length).fill(1e-6)
  const total = samples.reduce((sum, { share }) => sum + share, 0)
  const balance = classes.map(name => Math.sqrt(total / count / Math.max(1, samples.reduce((sum, { truth, share }) => sum + (truth === name ? share : 0), 0)))) // prettier-ignore
  for (let round = 0; round < ROUNDS; round++) {
    slopes.fill(0)
    rows.forEach((row, r) => {
      const likely = softmax(sumsOf(row, scales[r], volume, weights, count))
      const truth = classes.indexOf(samples[r].truth)
      for (let k = 0; k < count; k++) {
        const slope = samples[r].share * balance[truth] * (likely[k] - (k === truth ? 1 : 0)) * scales[r]
        for (const i of row) slopes[i * count + k] += slope * volume[i]
      }
    })
    for (let j = 0; j < weights.length; j++) {
      const slope = slopes[j] / total + HELD_DOWN * weights[j]
      past[j] += slope * slope
      weights[j] -= (PACE * slope) / Math.sqrt(past[j])
    }
  }
  return {
    classOf(features) {
      const row = known(features)
      const sums = sumsOf(row, scaleOf(row, volume), volume, weights, count)
      return classes[sums.indexOf(Math.max(...sums))]
    },
    cues: Object.fromEntries(names.map((name, i) => [name, classes.map((_, k) => Math.round(weights[i * count + k] * volume[i] * 100)).join(' ')])) // prettier-ignore
  }
}

function vocabularyOf(samples) {
  const holders = new Map()
  for (const { name, features } of samples)
    for (const feature of features) holders.set(feature, (holders.get(feature) ?? new Set()).add(name))
  return [...holders]
    .filter(([feature, { size }]) => size >= PACKAGES || /^[sqn]:/u.test(feature))
    .sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_CUES)
    .map(([feature]) => feature)
}

/** Long materials have many cues and are no surer for it. */
function scaleOf(row, volume) {
  return Math.sqrt(10 / row.reduce((sum, i) => sum + volume[i] ** 2, 1e-9))
}

function sumsOf(row, scale, volume, weights, count) {
  const sums = new Array(count).fill(0)
  for (const i of row) for (let k = 0; k < count; k++) sums[k] += weights[i * count + k] * volume[i] * scale
  return sums
}

function softmax(sums) {
  const highest = Math.max(...sums)
  const parts = sums.map(sum => Math.exp(sum - highest))
  const whole = parts.reduce((total, part) => total + part, 0)
  return parts.map(part => part / whole)
}
