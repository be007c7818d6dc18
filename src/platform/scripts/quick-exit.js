// Leaves at once: the neutral page replaces this one in the history while the server ends the session in the background.
document.addEventListener('submit', (event) => {
  const form = event.target
  if (!form.matches('[data-exit]')) return
  event.preventDefault()
  document.documentElement.hidden = true
  navigator.sendBeacon(form.action)
  location.replace(form.dataset.exit)
})
