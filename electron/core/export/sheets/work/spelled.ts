const SPELLED: Readonly<Record<string, string>> = {
  soc1: 'SOC 1',
  soc2: 'SOC 2',
  soc3: 'SOC 3',
  iso: 'ISO',
  pci: 'PCI',
  aoc: 'AoC',
  baa: 'BAA',
  sparc: 'SPARC',
  aws: 'AWS',
  hds: 'HDS',
  ismap: 'ISMAP',
  dr: 'DR',
  caiq: 'CAIQ',
  cuec: 'CUEC',
}

/** A kind or a title with its abbreviations as they are usually spelled, such as `soc2-report` as `SOC 2 report`. */
export function spelled(words: string): string {
  const told = words
    .split(/[- ]/)
    .map((word) => SPELLED[word.toLowerCase()] ?? word)
    .join(' ')
  return told.charAt(0).toUpperCase() + told.slice(1)
}
