/** Version of the app; `test/registries.test.ts` compares it with `package.json`. */
export const APP_VERSION = '0.1.0'
