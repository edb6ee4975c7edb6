// Pieces of a cut → runs: neighbours that follow each other in one film as well are one run of it.

/** Seconds; less is a rounding. */
const hair = 1e-3

/** Every run knows where it stands in the cut: `start` and `end` in seconds. `lasts`: how long the footage goes on. */
export function runsOf(pieces) {
  const runs = []
  let start = 0
  for (const piece of pieces) {
    const end = start + piece.seconds
    const before = runs.at(-1)
    const goesOn =
      before?.film !== undefined &&
      before.film === piece.film &&
      Math.abs(before.from + before.end - before.start - piece.from) < hair &&
      before.lasts >= before.end - before.start - hair
    if (goesOn) {
      before.lasts = before.end - before.start + piece.lasts
      before.end = end
    } else runs.push({ ...piece, start, end })
    start = end
  }
  return runs
}
