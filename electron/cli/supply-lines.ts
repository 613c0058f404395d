import type { Supply } from '../../shared/model/supply.ts'

/** The command that supplies what a check misses, to be filled in and run. */
export function commandFor(supply: Supply, subject: string | null): string {
  switch (supply.what) {
    case 'list':
      return `list template ${supply.kind} > ${supply.kind}.csv; list import ${supply.kind} ${supply.kind}.csv --by NAME`
    case 'attestation':
      return `attestation add ${supply.kind} --answer yes|no --person NAME --statement WORDS`
    case 'tags':
      return `scope tag ${subject ?? 'APP'} --data CLASS --environment STAGE --owner NAME`
    case 'document':
      return 'document attach FILE --type TYPE; document review NUMBER SHEET.json --by NAME'
    case 'access-review':
      return 'access-review open --title WORDS --reviewer NAME'
    case 'trail-review':
      return 'trail-review sign MONTH --reviewer NAME'
    case 'verify':
      return 'locker verify'
    case 'request':
      return 'request set --title WORDS --due DAY'
    case 'token':
      return 'connection test LABEL; collect'
    case 'tier':
      return 'collect --tier optional'
    case 'later':
      return 'collect'
  }
}
