// Shows the passkey forms where the browser knows passkeys, and fills their answer in. The page works without it.
import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser'

if (browserSupportsWebAuthn()) {
  for (const place of document.querySelectorAll('[data-passkey]')) {
    place.hidden = false
    const form = place.querySelector('form')
    const trouble = place.querySelector('[data-trouble]')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      trouble.hidden = true
      ask(place)
        .then((answer) => {
          form.elements.namedItem('answer').value = JSON.stringify(answer)
          form.submit()
        })
        .catch((error) => {
          trouble.textContent =
            error.name === 'InvalidStateError' ? place.dataset.again : place.dataset.cancelled
          trouble.hidden = false
        })
    })
  }
}

async function ask(place) {
  const response = await fetch(place.dataset.options, { method: 'POST', credentials: 'same-origin' })
  if (!response.ok) throw new Error('no options')
  const optionsJSON = await response.json()
  return place.dataset.passkey === 'create'
    ? startRegistration({ optionsJSON })
    : startAuthentication({ optionsJSON })
}
