/** Hosts on the web that the app may hand to the browser; everything else is refused. */
const HOSTS = ['devcenter.heroku.com', 'help.heroku.com', 'dashboard.heroku.com', 'status.heroku.com']

/** Whether a link may be opened in the browser: https, one of the hosts, no port, no name or password in it. */
export function isKnownLink(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, host, username, password } = new URL(url)
  return protocol === 'https:' && HOSTS.includes(host) && username === '' && password === ''
}
