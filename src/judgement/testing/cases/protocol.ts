import type { MeasurementName, Measurements } from '../../../checkpoint/measurement.ts'
import { reading } from '../../../checkpoint/reading.ts'
import type { Json } from '../../../foundation/json.ts'
import { checkpointEntity } from '../../../products/spf/entities.ts'
import type { Story } from '../../observation.ts'
import { tale } from '../stories.ts'
import { a, refused, spf, type Case } from '../told.ts'

const probe = <Name extends MeasurementName>(
  name: Name,
  value: Measurements[Name],
  through: 'hyperv-wmi' | 'scvmm-spf' = 'scvmm-spf',
): Story => tale().measure(through, name, value).story

const verbs = (put: number): Story => probe('verbs', { collection: { GET: 200 }, entity: { GET: 200, PUT: put, MERGE: 204, POST: 405 } })
const key: Measurements['key'] = { declared: ['StampId', 'ID'], inOrder: 200, swapped: 200, half: 400 }
const entity = checkpointEntity.properties.map(({ name }) => name)
const formats = (status: number, jsonTime: string): Story =>
  probe('formats', {
    answers: [
      { asked: 'application/json;odata=fullmetadata', status: 200, answered: 'application/json' },
      { asked: 'text/csv', status, answered: null },
    ],
    jsonTime,
    jsonType: 'VMM.VMCheckPoint',
  })
const texts = { name: 'n', comment: 'c' }
const created = (ending: object, form?: string): Story =>
  tale().act('scvmm-spf', 'create', { label: 'a', ...(form === undefined ? {} : { form, attempted: true }), ...ending }).story

const job = (cmdlet: string, status: string): Json => ({ CmdletName: cmdlet, Status: status, Owner: 'CONTOSO\\op' })
const jobs = (...shown: readonly Json[]): Story =>
  tale()
    .act('scvmm-spf', 'create', { label: 'a', name: 'a' })
    .look(spf([a], { vmAs: { jobs: reading.value('Jobs', shown) } })).story

const cell = 'scvmm-spf>scvmm-spf protocol'

export const protocol: readonly Case[] = [
  ['C-093', cell, 'conforms', 'each documented verb', verbs(204)],
  ['C-093', cell, 'violates', 'PUT is refused', verbs(405)],
  ['C-093', cell, 'conforms', 'POST', created({})],
  ['C-093', cell, 'violates', 'POST is refused', created(refused)],
  ['C-093', cell, 'silent', 'what was only asked for', created(refused, 'confirm-true')],
  ['C-094', cell, 'conforms', 'the pair, in either order', probe('key', key)],
  ['C-094', cell, 'violates', 'only in its order', probe('key', { ...key, swapped: 404 })],
  ['C-094', cell, 'violates', 'half of it is enough', probe('key', { ...key, half: 200 })],
  ['C-094', cell, 'violates', 'another key', probe('key', { ...key, declared: ['ID'] })],
  ['C-095', cell, 'conforms', 'as documented', probe('properties', entity)],
  ['C-095', cell, 'violates', 'one is missing', probe('properties', entity.slice(1))],
  ['C-095', cell, 'violates', 'one more', probe('properties', [...entity, 'Owner'])],
  ['C-095', 'hyperv-wmi>hyperv-wmi protocol', 'silent', 'another interface', probe('properties', ['ElementName'], 'hyperv-wmi')],
  ['C-097', cell, 'conforms', 'taken, which is recorded', created({}, 'confirm-true')],
  ['C-097', cell, 'conforms', 'refused, which is recorded', created(refused, 'confirm-null')],
  ['C-098', cell, 'conforms', 'texts stay', probe('putRestore', { before: texts, after: texts })],
  ['C-098', cell, 'violates', 'the comment is blank', probe('putRestore', { before: texts, after: { name: 'n', comment: '' } })],
  ['C-100', cell, 'conforms', 'wanted', probe('principal', { with: 200, without: 400 })],
  ['C-100', cell, 'conforms', 'not wanted', probe('principal', { with: 200, without: 200 })],
  ['C-100', cell, 'deviates', 'refused with it', probe('principal', { with: 'denied', without: 200 })],
  ['C-101', cell, 'conforms', 'direct', probe('root', '/SC2012/VMM/Microsoft.Management.Odata.svc')],
  ['C-101', cell, 'conforms', 'by a portal', probe('root', '/9f2b7c1e-1111-4222-8333-444455556666/services/systemcenter/vmm')],
  ['C-101', cell, 'not-run', 'observed elsewhere', probe('root', '/SC2012R2/VMM/Microsoft.Management.Odata.svc')],
  ['C-101', cell, 'not-run', 'not told', probe('root', null)],
  ['C-102', cell, 'conforms', 'JSON, and nothing else', formats(415, '2026-03-14T12:00:00.000-07:00')],
  ['C-102', cell, 'deviates', 'anything', formats(200, '2026-03-14T12:00:00.000-07:00')],
  ['C-102', cell, 'deviates', 'a time without offset', formats(415, '2026-03-14T12:00:00.000')],
  ['C-112', 'scvmm-spf>scvmm-spf job', 'conforms', 'a job that has ended', jobs(job('New-SCVMCheckpoint', 'Completed'))],
  ['C-112', 'scvmm-spf>scvmm-spf job', 'violates', 'no job', jobs(job('Set-SCVMCheckpoint', 'Completed'))],
  ['C-112', 'scvmm-spf>scvmm-spf job', 'violates', 'a status that nobody knows', jobs(job('New-SCVMCheckpoint', 'Whatever'))],
  ['C-113', 'scvmm-spf>scvmm-spf job', 'conforms', 'refused with 2606', probe('lock', { second: '2606', retry: null })],
  ['C-113', 'scvmm-spf>scvmm-spf job', 'conforms', 'queued', probe('lock', { second: null, retry: null })],
  ['C-113', 'scvmm-spf>scvmm-spf job', 'deviates', 'refused with another code', probe('lock', { second: '12711', retry: null })],
  ['C-113', 'scvmm-spf>scvmm-spf job', 'deviates', 'refused afterwards too', probe('lock', { second: '2606', retry: '2606' })],
  ['C-068', 'scvmm-spf>scvmm-spf identity', 'conforms', 'nobody is named', probe('properties', entity)],
  ['C-068', 'hyperv-wmi>hyperv-wmi identity', 'conforms', 'a kind is no user', probe('properties', ['UserSnapshotType'], 'hyperv-wmi')],
  ['C-068', 'scvmm-spf>scvmm-spf identity', 'deviates', 'an owner', probe('properties', ['Owner'])],
  ['C-068', 'unknown>scvmm-spf identity', 'conforms', 'only the job names somebody', jobs(job('New-SCVMCheckpoint', 'Completed'))],
]
