// The family whose story the demo tells: a mother in Paringin who will register her daughter, her husband, their
// neighbours as witnesses, and an officer's own family (for the conflict of interest). Invented people.
import type { ExampleRegister } from '../modules/register/example-register.ts'

const BALIDA = '63.11.06.2006'
const HOME = { street: 'Jalan Contoh Melati 5', rt: '2', rw: '1', village: BALIDA, postalCode: '71611' }

/** Ids are replaced by UUIDs at the import; keys stay readable here. */
export const HOUSEHOLD: ExampleRegister = {
  persons: [
    {
      id: 'ibu',
      nik: '6311065703909902',
      name: 'Siti Aminah',
      sex: 'P',
      birthDate: '1990-03-17',
      birthPlace: 'Balangan',
      maritalStatus: '2',
      religion: '1',
      village: BALIDA,
      education: '5',
      occupation: 'Petani',
    },
    {
      id: 'ayah',
      nik: '6311061703909901',
      name: 'Ahmad Fauzan',
      sex: 'L',
      birthDate: '1990-03-17',
      birthPlace: 'Balangan',
      maritalStatus: '2',
      religion: '1',
      village: BALIDA,
      education: '5',
      occupation: 'Petani',
    },
    {
      id: 'saksi1',
      nik: '6311061208819901',
      name: 'Rahmadi',
      sex: 'L',
      birthDate: '1981-08-12',
      birthPlace: 'Balangan',
      maritalStatus: '2',
      religion: '1',
      village: BALIDA,
    },
    {
      id: 'saksi2',
      nik: '6311065509849901',
      name: 'Jamilah',
      sex: 'P',
      birthDate: '1984-09-15',
      birthPlace: 'Balangan',
      maritalStatus: '2',
      religion: '1',
      village: BALIDA,
    },
    {
      id: 'verifikator',
      nik: '6311062301889901',
      name: 'Muhammad Hendra',
      sex: 'L',
      birthDate: '1988-01-23',
      birthPlace: 'Balangan',
      maritalStatus: '2',
      religion: '1',
      village: BALIDA,
    },
    {
      id: 'istri',
      nik: '6311066402899901',
      name: 'Nor Hasanah',
      sex: 'P',
      birthDate: '1989-02-24',
      birthPlace: 'Balangan',
      maritalStatus: '2',
      religion: '1',
      village: BALIDA,
    },
  ],
  families: [
    {
      id: 'kk-ibu',
      kk: '6311061206199902',
      head: 'ayah',
      members: [
        { person: 'ayah', relation: '1', from: '2019-05-04' },
        { person: 'ibu', relation: '3', from: '2019-05-04' },
      ],
      address: HOME,
    },
    {
      id: 'kk-saksi',
      kk: '6311061206199903',
      head: 'saksi1',
      members: [
        { person: 'saksi1', relation: '1', from: '2005-06-11' },
        { person: 'saksi2', relation: '3', from: '2005-06-11' },
      ],
      address: { ...HOME, street: 'Jalan Contoh Melati 6' },
    },
    {
      id: 'kk-verifikator',
      kk: '6311061206199904',
      head: 'verifikator',
      members: [
        { person: 'verifikator', relation: '1', from: '2012-02-18' },
        { person: 'istri', relation: '3', from: '2012-02-18' },
      ],
      address: { ...HOME, street: 'Jalan Contoh Anggrek 1' },
    },
  ],
  deeds: [
    {
      register: 'marriage-book',
      number: '0123/012/V/2019',
      parties: { husband: 'ayah', wife: 'ibu' },
      date: '2019-05-04',
    },
    {
      register: 'marriage-book',
      number: '0456/034/VI/2005',
      parties: { husband: 'saksi1', wife: 'saksi2' },
      date: '2005-06-11',
    },
    {
      register: 'marriage-book',
      number: '0789/056/II/2012',
      parties: { husband: 'verifikator', wife: 'istri' },
      date: '2012-02-18',
    },
  ],
}
