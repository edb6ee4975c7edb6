// Scenes of Kling's effects that are known by name. Kling had 219 on 2026-09-20 (204 for one picture, 15 for two) and
// changes them monthly; the pages that this studio was built from print no name, so none is invented here.

export const effectScenes: readonly string[] = []
