// What people read when a message to another region cannot be delivered, and whoever runs the house when a job is not there.
export const refusals = {
  'message-region-unknown': {
    status: 422,
    text: {
      id: 'Daerah {region} belum bergabung di sini, jadi kiriman tidak dapat diteruskan. Kirim lewat surat resmi, atau tunggu sampai daerah itu bergabung.',
      en: 'Region {region} has not joined here, so nothing can be forwarded. Send it by official letter, or wait until that region joins.',
    },
  },
  'job-unknown': {
    status: 404,
    text: {
      id: 'Tidak ada pekerjaan gagal dengan nomor {id}. Lihat npx puja jobs list --dead.',
      en: 'No job that failed for good has the number {id}. See npx puja jobs list --dead.',
    },
  },
} as const
