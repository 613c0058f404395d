const MOST = 31

/**
 * Makes a text fit for a sheet: at most 31 characters, none of Excel's forbidden ones, never empty. An
 * exclamation mark and an apostrophe go too: they end a sheet's name in a link.
 */
export function sheetName(wanted: string): string {
  const allowed = wanted
    .replace(/[[\]:*?/\\!\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/g, ' ')
    .replaceAll("'", '’')
    .replace(/\s+/g, ' ')
    .trim()
  const name = allowed.slice(0, MOST).trim() || 'Sheet'
  return name.toLowerCase() === 'history' ? `${name} sheet` : name
}

function numbered(name: string, part: number): string {
  if (part === 1) return name
  const tail = ` ${part}`
  return name.slice(0, MOST - tail.length).trimEnd() + tail
}

/** Hands out sheet names: valid, and unlike any before them as Excel compares them, without regard to case. */
export function nameGiver(): (wanted: string) => string {
  const taken = new Set<string>()
  return (wanted) => {
    const base = sheetName(wanted)
    let part = 1
    while (taken.has(numbered(base, part).toLowerCase())) part += 1
    const name = numbered(base, part)
    taken.add(name.toLowerCase())
    return name
  }
}
