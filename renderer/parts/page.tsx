import { type ReactNode, useEffect, useRef } from 'react'

/** The frame of a screen: its title, one line of explanation, its actions, its content. Takes the focus when it appears. */
export function Page({
  title,
  says,
  actions,
  children,
  fill = false,
}: {
  readonly title: string
  readonly says?: ReactNode
  readonly actions?: ReactNode
  readonly children: ReactNode
  /** The content fills the height and scrolls by itself: tables. */
  readonly fill?: boolean
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · Evidence Locker`
    // Somebody may be quicker than the screen: whoever types in a dialog or in the screen goes on.
    if (!document.activeElement?.closest('[role="dialog"], #main'))
      heading.current?.focus({ preventScroll: true })
  }, [title])
  return (
    <main className={fill ? 'page page-fill' : 'page'} id="main">
      <header className="page-head">
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {says && <p className="says">{says}</p>}
        </div>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </main>
  )
}
