import { registerHooks } from 'node:module'

// node --import ./register.mjs dist/electron/main/main.js: `electron` means the stand-in.
const url = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url, shortCircuit: true } : next(specifier, context),
})
