// H.264: what a decoder must know before the first picture stands in the file's head. When films are joined whose heads
// differ, it is repeated before each key picture instead (ISO 14496-15, 5.3.3.1; ISO 14496-10, 7.3.1).

/** The sequence and picture parameter sets of an `avcC` record. */
function setsOf(record) {
  const sets = []
  let at = 5
  for (const mask of [0x1f, 0xff]) {
    const count = record[at++] & mask
    for (let one = 0; one < count; one++) {
      const length = record.readUInt16BE(at)
      sets.push(record.subarray(at + 2, at + 2 + length))
      at += 2 + length
    }
  }
  return sets
}

/** → a function that puts them before a picture's own units. */
export function inBand(record) {
  const width = (record[4] & 3) + 1
  const parts = setsOf(record).flatMap((set) => {
    const head = Buffer.alloc(width)
    head.writeUIntBE(set.length, 0, width)
    return [head, set]
  })
  return (data) => new Uint8Array(Buffer.concat([...parts, data]))
}
