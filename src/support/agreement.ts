/** The consent to continuing support, as it is written down. */
export const supportPurpose = 'continuing-support'

/** The text a person says yes or no to; a new one where its sense changes. */
export const supportTextVersion = '1'

/** For a yes that was given before, on the organisation's own words. */
export const ownTextVersion = 'own'
