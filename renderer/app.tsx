import { MantineProvider } from '@mantine/core'
import { Frame } from './frame/frame.tsx'
import { useShell } from './lib/shell-state.ts'
import { Messages } from './parts/messages.tsx'
import { cssVariables, theme } from './theme.ts'

/** The whole window: theme by the system or by choice, messages, and the frame with the present screen. */
export function App() {
  const { appearance } = useShell().settings
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(appearance === 'system' ? {} : { forceColorScheme: appearance })}
    >
      <Messages />
      <Frame />
    </MantineProvider>
  )
}
