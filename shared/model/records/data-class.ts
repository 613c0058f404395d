import { z } from 'zod'

/** What kind of data an app handles; `none` says that it was thought about and there is none of these. */
export const DATA_CLASSES = [
  'none',
  'personal',
  'cardholder',
  'phi',
  'french-health',
  'government-or-bank-identifier',
  'ismap',
] as const

/** Schema of a class of data. */
export const DataClass = z.enum(DATA_CLASSES, { error: `is none of ${DATA_CLASSES.join(', ')}` })

/** What kind of data an app handles. */
export type DataClass = z.infer<typeof DataClass>

/** What each class means, and what Heroku's own terms ask for it. Sources: Heroku's PCI, HIPAA and HDS pages, and SPARC. */
export const DATA_CLASS_WORDS: Readonly<
  Record<DataClass, { readonly title: string; readonly rule: string | null }>
> = {
  none: { title: 'None of these', rule: null },
  personal: { title: 'Personal data', rule: null },
  cardholder: { title: 'Cardholder data', rule: 'only in a Shield Space' },
  phi: { title: 'Protected health information', rule: 'only in a Shield Space, and only after the BAA' },
  'french-health': { title: 'French health data', rule: 'only in regions of the EEA' },
  'government-or-bank-identifier': {
    title: 'Government or bank identifiers',
    rule: 'only in a Private or Shield Space',
  },
  ismap: { title: 'Data in the scope of ISMAP', rule: 'only where the certificate covers the service' },
}
