import type { LinearModel } from "../classifier/linear-svm.ts"

/**
 * The functions that tell dangers apart. A feature is found by its hash; the first class is "any danger", and behind it
 * are the kinds in the order of `DANGER_KINDS`.
 */
export interface DangerTable {
  /** The hashes of the features, by their columns. */
  hashes: Uint32Array
  /** How rare the feature of each column is among the examples. */
  rarity: Float32Array
  model: LinearModel
}

/**
 * Returns the bytes of `lexicon/weights/danger.bin`, little endian: how many features and classes (32 bits each), the
 * bias and the scale of each class, the hashes of the features (32 bits), their rarities (8 bits), and then each
 * column's weights (8 bits, signed). Columns behind those of features are of meanings.
 */
export function packDangerTable({ hashes, rarity, model }: DangerTable): Uint8Array {
  const { classes, weights, biases } = model
  const file = new Uint8Array(headOf(hashes.length, classes) + hashes.length + weights.length)
  const view = new DataView(file.buffer)
  view.setUint32(0, hashes.length, true)
  view.setUint32(4, classes, true)
  const scales = Array.from({ length: classes }, (_, k) => largestOf(model, k) / 127)
  scales.forEach((scale, k) => {
    view.setFloat32(8 + 8 * k, biases[k] ?? 0, true)
    view.setFloat32(12 + 8 * k, scale, true)
  })
  hashes.forEach((hash, at) => view.setUint32(8 + 8 * classes + 4 * at, hash, true))
  const from = headOf(hashes.length, classes)
  rarity.forEach((value, at) => (file[from + at] = Math.round(value * RARITY_STEPS)))
  weights.forEach((weight, at) =>
    view.setInt8(from + hashes.length + at, Math.round(weight / (scales[at % classes] || 1)))
  )
  return file
}

/** Reads the table from the bytes of the file. @throws RangeError when they are no such file */
export function unpackDangerTable(file: Uint8Array): DangerTable {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const features = view.getUint32(0, true)
  const classes = view.getUint32(4, true)
  const from = headOf(features, classes)
  const packed = file.subarray(from + features)
  if (file.length <= from + features || packed.length % classes !== 0)
    throw new RangeError("The file of dangers is not as long as it says.")
  const numberAt = (at: number) => view.getFloat32(8 + 4 * at, true)
  const scales = Array.from({ length: classes }, (_, k) => numberAt(2 * k + 1))
  return {
    hashes: Uint32Array.from({ length: features }, (_, at) => view.getUint32(8 + 8 * classes + 4 * at, true)),
    rarity: Float32Array.from(file.subarray(from, from + features), (value) => value / RARITY_STEPS),
    model: {
      classes,
      biases: Float32Array.from({ length: classes }, (_, k) => numberAt(2 * k)),
      weights: Float32Array.from(packed, (value, at) => ((value << 24) >> 24) * (scales[at % classes] ?? 0))
    }
  }
}

/** The length of what stands before the rarities. */
const headOf = (features: number, classes: number) => 8 + 8 * classes + 4 * features

/** A rarity is between 1 and about 9. */
const RARITY_STEPS = 25

function largestOf({ classes, weights }: LinearModel, ofClass: number): number {
  let largest = 0
  for (let at = ofClass; at < weights.length; at += classes) largest = Math.max(largest, Math.abs(weights[at] ?? 0))
  return largest
}
