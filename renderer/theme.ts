import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'

const ink: MantineColorsTuple = [
  '#eef4f6',
  '#dbe7eb',
  '#b3ccd5',
  '#86afbe',
  '#5f95a9',
  '#44839b',
  '#2f7690',
  '#1f647d',
  '#125570',
  '#00475f',
]

/** Mantine's greys of the dark theme, in the tint of our grounds. */
const dark: MantineColorsTuple = [
  '#e4ebee',
  '#c3ced3',
  '#a3b3ba',
  '#82949c',
  '#3a484f',
  '#2f3b41',
  '#202b31',
  '#182126',
  '#11181c',
  '#0b1013',
]

/** One look for every screen: dense, calm, one accent. Sizes are in rem so that 200 % zoom keeps the proportions. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 6 },
  autoContrast: true,
  colors: { ink, dark },
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.375rem', sm: '0.625rem', md: '0.875rem', lg: '1.25rem', xl: '1.75rem' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem' }, h2: { fontSize: '1rem' }, h3: { fontSize: '0.875rem' } },
  },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    // The options of a closed list are not in the page: kept there, six lists cost more than the table below them.
    Combobox: { defaultProps: { keepMounted: false } },
    MultiSelect: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close this message' } } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
  },
})

/** Meanings as colours, one per theme, all at least 4.5 : 1 on their ground. Never used without a word beside. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--row-height': '1.875rem', '--nav-width': '12.5rem' },
  light: {
    '--ground': '#f6f8f9',
    '--surface': '#ffffff',
    '--line': '#dde3e6',
    '--text': '#17242a',
    '--text-muted': '#4d5e66',
    '--good': '#17663a',
    '--good-ground': '#e3f4e9',
    '--bad': '#a3201d',
    '--bad-ground': '#fdeaea',
    '--unknown': '#7a4b00',
    '--unknown-ground': '#fdf2dc',
    '--neutral': '#4d5e66',
    '--neutral-ground': '#edf1f3',
    '--mantine-color-dimmed': '#4d5e66',
  },
  dark: {
    '--ground': '#11181c',
    '--surface': '#182126',
    '--line': '#2b373d',
    '--text': '#e4ebee',
    '--text-muted': '#a3b3ba',
    '--good': '#7fd6a0',
    '--good-ground': '#173525',
    '--bad': '#ff9d98',
    '--bad-ground': '#43201f',
    '--unknown': '#f2c36b',
    '--unknown-ground': '#3b2e14',
    '--neutral': '#a3b3ba',
    '--neutral-ground': '#253036',
    '--mantine-color-dimmed': '#a3b3ba',
  },
})
