// What people read when a message to another region cannot be delivered.
export const refusals = {
  'message-region-unknown': {
    status: 422,
    text: {
      id: 'Daerah {region} belum bergabung di sini, jadi kiriman tidak dapat diteruskan. Kirim lewat surat resmi, atau tunggu sampai daerah itu bergabung.',
      en: 'Region {region} has not joined here, so nothing can be forwarded. Send it by official letter, or wait until that region joins.',
    },
  },
} as const
