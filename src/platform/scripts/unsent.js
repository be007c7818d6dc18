// What is typed into a form that is marked for it stays in this browser until it has arrived, so that neither a lost connection nor a closed tab takes it.
// It is kept by account, form and visit of the page; files are not kept. Signing out and quick exit empty the drawer: the telephone may be borrowed.
const drawer = (() => {
  try {
    return localStorage
  } catch {
    return null
  }
})()
const keysOf = (...parts) =>
  Object.keys(drawer ?? {}).filter((key) => key.startsWith(['unsent', ...parts, ''].join(' ')))
const read = (key) => {
  try {
    return JSON.parse(drawer.getItem(key))
  } catch {
    return { at: 0, fields: [] }
  }
}
const write = (key, kept) => {
  try {
    drawer.setItem(key, JSON.stringify(kept))
  } catch {
    // The drawer is full or shut: the page works without it.
  }
}
let left = false
document.addEventListener('submit', ({ target }) => {
  if (!target.matches('[data-exit], [data-leaves]')) return
  left = true
  for (const key of keysOf()) drawer.removeItem(key)
})

const { account, arrived } = document.body.dataset
const fortnight = 14 * 24 * 3600 * 1000
for (const key of keysOf()) {
  const { at, sent } = read(key)
  const isThere = sent && key.startsWith(`unsent ${account} ${arrived} `)
  if (isThere || Date.now() - at > fortnight) drawer.removeItem(key)
}

const ticked = ({ type }) => type === 'checkbox' || type === 'radio'
const fieldsOf = (form) =>
  [...form.elements].filter(
    ({ name, type }) => name && !['hidden', 'file', 'password', 'submit', 'button'].includes(type),
  )
const textOf = (form) =>
  fieldsOf(form).flatMap((field) => (ticked(field) && !field.checked ? [] : [[field.name, field.value]]))
const plain = (fields) => JSON.stringify(fields.map(([name, value]) => [name, value.trim().split(/\s+/)]))

for (const form of drawer && account ? document.querySelectorAll('[data-keep]') : []) {
  const place = [account, new URL(form.getAttribute('action'), location.href).pathname]
  const blank = plain(textOf(form))
  let own = ['unsent', ...place, Date.now()].join(' ')
  let waiting = 0
  const keep = (sent = false) => {
    clearTimeout(waiting)
    waiting = 0
    const fields = textOf(form)
    if (!left && (drawer.getItem(own) || plain(fields) !== blank))
      write(own, { at: Date.now(), fields, sent })
  }
  for (const key of keysOf(...place)) {
    // Whatever was said to be sent has not arrived: the form is here again.
    const kept = { ...read(key), sent: false }
    write(key, kept)
    // As where the server answers what is to be mended.
    if (plain(kept.fields) === blank) own = key
    else offer(form, key, kept, () => (own = key))
  }
  form.addEventListener('input', () => {
    left = false
    waiting ||= setTimeout(keep, 1000)
  })
  form.addEventListener('submit', () => keep(true))
  addEventListener('pagehide', () => waiting && keep())
  addEventListener('pageshow', ({ persisted }) => persisted && drawer.getItem(own) && keep())
}

function offer(form, key, { at, fields }, take) {
  const note = form.querySelector('[data-unsent]').content.firstElementChild.cloneNode(true)
  const [when, what] = note.querySelectorAll('time, q')
  when.textContent = new Date(at).toLocaleString(document.documentElement.lang, {
    dateStyle: 'long',
    timeStyle: 'short',
  })
  // What the page fills in by itself tells nobody which text it was.
  const filled = textOf(form).map(String)
  const [[, longest] = ['', '']] = fields
    .filter((field) => !filled.includes(String(field)))
    .sort(([, a], [, b]) => b.length - a.length)
  what.textContent = longest.length > 80 ? `${longest.slice(0, 80)}…` : longest
  const [back, away] = note.querySelectorAll('button')
  back.addEventListener('click', () => {
    note.remove()
    take()
    for (const field of fieldsOf(form)) {
      const values = fields.flatMap(([name, value]) => (name === field.name ? [value] : []))
      if (ticked(field)) field.checked = values.includes(field.value)
      else if (values.length > 0) [field.value] = values
    }
    form.dispatchEvent(new Event('input'))
    fieldsOf(form)[0].focus()
  })
  away.addEventListener('click', () => {
    note.remove()
    drawer.removeItem(key)
  })
  form.prepend(note)
}
