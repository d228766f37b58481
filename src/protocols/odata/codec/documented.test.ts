import { expect, test } from 'vitest'
import type { ODataDocument } from './document.ts'
import { formatOfMediaType, formats, negotiate } from './formats.ts'
import { parseResourcePath } from './key.ts'
import { readMetadata } from './metadata.ts'

/**
 * The forms that real services and their documents show, written down by hand and not by our writers. Values are ours;
 * names, order, types and control information are those of the source named in each test.
 */

function entityIn(document: ODataDocument): Record<string, unknown> {
  if (document.kind !== 'entity') throw new Error('a feed')
  return { type: document.entity.type, ...document.entity.properties }
}

test('the request body of "Create (POST) a VMCheckPoint" (dn785088)', () => {
  const body = `{
    "odata.type": "VMM.VMCheckPoint", "Accessibility": null, "AddedTime": null, "CheckpointID": null, "Confirm": null,
    "Description": null, "Enabled": null, "ID": "00000000-0000-0000-0000-000000000000", "ModifiedTime": null,
    "Name": "Before update", "ParentCheckpointID": null, "RunAsynchronously": null,
    "StampId": "0c9d8f3a-7b1e-4c55-9f0e-111111111111", "VMCheckPointAction": null, "VMId": "0c9d8f3a-7b1e-4c55-9f0e-222222222222"
  }`
  const entity = entityIn(formats['json-minimal'].codec.read(body, 'dn785088'))
  expect(entity).toMatchObject({
    type: 'VMM.VMCheckPoint',
    Name: 'Before update',
    Confirm: null,
    VMId: '0c9d8f3a-7b1e-4c55-9f0e-222222222222',
  })
  expect(Object.keys(entity)).toHaveLength(15)
})

test('the response body of "Read (GET) a VMCheckPoint" (dn785083): no type, a null CheckpointID, times with an offset', () => {
  const body = `{
    "odata.metadata": "https://spf.example:30005/0c9d8f3a-7b1e-4c55-9f0e-333333333333/services/systemcenter/vmm/$metadata#VMCheckPoints/@Element",
    "Accessibility": "Public", "CheckpointID": null, "Description": "", "Enabled": true, "ID": "0c9d8f3a-7b1e-4c55-9f0e-444444444444",
    "Name": "Tenant VM", "ParentCheckpointID": null, "VMId": "0c9d8f3a-7b1e-4c55-9f0e-222222222222",
    "AddedTime": "2014-09-03T14:45:26.463-07:00", "ModifiedTime": "2014-09-03T14:51:59.673-07:00",
    "StampId": "0c9d8f3a-7b1e-4c55-9f0e-111111111111", "VMCheckPointAction": null
  }`
  expect(entityIn(formats['json-full'].codec.read(body, 'dn785083'))).toMatchObject({
    type: undefined,
    Description: '',
    CheckpointID: null,
    Enabled: true,
    AddedTime: '2014-09-03T14:45:26.463-07:00',
  })
})

test('a job of a real SPF (badstreff/terraform-provider-vmm): complex values, collections left out, control information is no data', () => {
  const body = `{
    "AdditionalMessages": [{ "Code": "SomeCode" }], "CmdletName": "(Refresh Library - System Job)",
    "ErrorInfo": { "Code": "Success", "DisplayableErrorCode": "0", "IsSuccess": true, "DetailedCode": 0 },
    "IsCompleted": true, "ProgressValue": 100, "VMConnection@odata.mediaContentType": "application/x-rdp",
    "Status": "SucceedWithInfo", "EndTime": "2019-04-30T12:42:41.213-05:00",
    "odata.metadata": "https://vmm.example:8090/SC2012R2/VMM/Microsoft.Management.Odata.svc/$metadata#Jobs/@Element"
  }`
  expect(entityIn(formats['json-minimal'].codec.read(body, 'badstreff'))).toEqual({
    type: undefined,
    CmdletName: '(Refresh Library - System Job)',
    ErrorInfo: { Code: 'Success', DisplayableErrorCode: '0', IsSuccess: true, DetailedCode: 0 },
    IsCompleted: true,
    ProgressValue: 100,
    Status: 'SucceedWithInfo',
    EndTime: '2019-04-30T12:42:41.213-05:00',
  })
})

test('an Atom entry as [MS-ODATA] 4.2.2 has it: links and a second category are no data, a complex property is', () => {
  const body = `<?xml version="1.0" encoding="utf-8"?>
    <entry xml:base="http://host/service.svc/" xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices"
           xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata" xmlns="http://www.w3.org/2005/Atom" m:etag="W/&quot;1&quot;">
      <category term="Large" scheme="http://company.example/size" />
      <category term="SampleModel.Customer" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme" />
      <id>http://host/service.svc/Customers('K1')</id>
      <title type="text" />
      <updated>2008-03-30T21:32:23Z</updated>
      <author><name /></author>
      <link rel="edit" title="Customer" href="Customers('K1')" />
      <content type="application/xml">
        <m:properties>
          <d:CustomerID>K1</d:CustomerID>
          <d:CompanyName> Two  blanks </d:CompanyName>
          <d:Address><d:Street>Main St 1</d:Street><d:Number m:type="Edm.Int32">57</d:Number></d:Address>
          <d:Version m:type="Edm.Guid">0c9d8f3a-7b1e-4c55-9f0e-555555555555</d:Version>
          <d:Phone m:null="true" /><d:Fax></d:Fax><d:Active m:type="Edm.Boolean">false</d:Active>
        </m:properties>
      </content>
    </entry>`
  expect(entityIn(formats.atom.codec.read(body, 'MS-ODATA'))).toEqual({
    type: 'SampleModel.Customer',
    CustomerID: 'K1',
    CompanyName: ' Two  blanks ',
    Address: { Street: 'Main St 1', Number: 57 },
    Version: '0c9d8f3a-7b1e-4c55-9f0e-555555555555',
    Phone: null,
    Fax: '',
    Active: false,
  })
})

test('verbose JSON as [MS-ODATA] 4.2.3 has it: __metadata names the type, a deferred link is no data', () => {
  const body = `{"d": {"__metadata": {"uri": "Customers('K1')", "type": "SampleModel.Customer"}, "CustomerID": "K1",
    "Address": {"Street": "Main St 1"}, "Orders": {"__deferred": {"uri": "Customers('K1')/Orders"}}}}`
  expect(entityIn(formats['json-verbose'].codec.read(body, 'MS-ODATA'))).toEqual({
    type: 'SampleModel.Customer',
    CustomerID: 'K1',
    Address: { Street: 'Main St 1' },
  })
})

test.each([
  [
    'results of OData v2 and v3',
    '{"d":{"results":[{"ID":1},{"ID":2}],"__next":"http://host/C?$skiptoken=2"}}',
    'http://host/C?$skiptoken=2',
  ],
  ['a bare array of OData v1', '{"d":[{"ID":1},{"ID":2}]}', undefined],
  [
    'value of OData v3 JSON',
    '{"odata.metadata":"http://host/$metadata#C","odata.nextLink":"C?$skiptoken=2","value":[{"ID":1},{"ID":2}]}',
    'C?$skiptoken=2',
  ],
])('a feed as %s', (_what, body, next) => {
  expect(formats['json-minimal'].codec.read(body, 'feed')).toMatchObject({
    kind: 'feed',
    next,
    entities: [{ properties: { ID: 1 } }, { properties: { ID: 2 } }],
  })
})

test.each([
  [
    'JSON of OData v3',
    'application/json;odata=minimalmetadata;streaming=true;charset=utf-8',
    '{"odata.error":{"code":"2606","message":{"lang":"de-DE","value":"Gesperrt"}}}',
  ],
  [
    'verbose JSON ([MS-ODATA] 2.2.8.1.2)',
    'application/json;odata=verbose;charset=utf-8',
    '{"error":{"code":"2606","message":{"lang":"de-DE","value":"Gesperrt"}}}',
  ],
  [
    'XML ([MS-ODATA] 2.2.8.1.1)',
    'application/xml;charset=utf-8',
    '<error xmlns="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><code>2606</code><message xml:lang="de-DE">Gesperrt</message></error>',
  ],
])('an error as %s', (_what, contentType, body) => {
  expect(formats[formatOfMediaType(contentType)!].codec.readError(body, 'error')).toEqual({
    code: '2606',
    message: 'Gesperrt',
    innerCode: undefined,
  })
})

test('a service document of AtomPub, and those in JSON', () => {
  const xml = `<service xml:base="http://host/svc/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns="http://www.w3.org/2007/app">
    <workspace><atom:title>Default</atom:title><collection href="VMCheckPoints"><atom:title>VMCheckPoints</atom:title></collection></workspace></service>`
  expect(formats.atom.codec.readService(xml, 'service')).toEqual(['VMCheckPoints'])
  expect(formats['json-verbose'].codec.readService('{"d":{"EntitySets":["VMCheckPoints"]}}', 'service')).toEqual(['VMCheckPoints'])
  expect(
    formats['json-minimal'].codec.readService('{"odata.metadata":"x","value":[{"name":"VMCheckPoints","url":"VMCheckPoints"}]}', 'service'),
  ).toEqual(['VMCheckPoints'])
})

test('$metadata with types and container in two schemas, as the Entity Framework writes it, in a namespace of an older version', () => {
  const edmx = `<edmx:Edmx Version="1.0" xmlns:edmx="http://schemas.microsoft.com/ado/2007/06/edmx">
    <edmx:DataServices m:DataServiceVersion="1.0" xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">
      <Schema Namespace="VMM" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
        <EntityType Name="VMCheckPoint"><Key><PropertyRef Name="ID" /><PropertyRef Name="StampId" /></Key>
          <Property Name="ID" Type="Edm.Guid" Nullable="false" /><Property Name="StampId" Type="Edm.Guid" Nullable="false" /><Property Name="Name" Type="Edm.String" /></EntityType>
      </Schema>
      <Schema Namespace="Container" xmlns="http://schemas.microsoft.com/ado/2008/09/edm">
        <EntityContainer Name="VMM" m:IsDefaultEntityContainer="true"><EntitySet Name="VMCheckPoints" EntityType="VMM.VMCheckPoint" /></EntityContainer>
      </Schema>
    </edmx:DataServices></edmx:Edmx>`
  expect(readMetadata(edmx, 'metadata')).toEqual([
    {
      name: 'VMCheckPoints',
      type: 'VMM.VMCheckPoint',
      key: ['ID', 'StampId'],
      properties: { ID: 'Edm.Guid', StampId: 'Edm.Guid', Name: 'Edm.String' },
    },
  ])
})

test.each([
  "VMCheckPoints(ID=guid'a11cc636-5521-4f88-92b2-cad392911fe0',StampId=guid'ba4146fa-fb41-4f59-a193-ad00c52a138c')",
  "VMCheckPoints(StampId=Guid'ba4146fa-fb41-4f59-a193-ad00c52a138c',ID=Guid'a11cc636-5521-4f88-92b2-cad392911fe0')",
  'VMCheckPoints(ID=guid%27a11cc636-5521-4f88-92b2-cad392911fe0%27,StampId=guid%27ba4146fa-fb41-4f59-a193-ad00c52a138c%27)',
])('a key as dn458376 and dn785083 write it: %s', (path) => {
  expect(parseResourcePath(path)).toEqual({
    name: 'VMCheckPoints',
    key: {
      ID: { kind: 'guid', value: 'a11cc636-5521-4f88-92b2-cad392911fe0' },
      StampId: { kind: 'guid', value: 'ba4146fa-fb41-4f59-a193-ad00c52a138c' },
    },
  })
})

test.each([
  [undefined, 'atom'],
  ['*/*', 'atom'],
  ['application/json', 'json-minimal'],
  ['application/json;odata=light', 'json-minimal'],
  ['application/json; odata=verbose', 'json-verbose'],
  ['application/json;odata=verbose;q=0.5, application/atom+xml', 'atom'],
  ['application/atom+xml;q=0, application/json;odata=fullmetadata', 'json-full'],
  ['text/html, application/xml;q=0.9', 'atom'],
  ['text/html', undefined],
  ['application/json;odata=unheard-of', undefined],
] as const)('Accept: %s is answered in %s', (accept, format) => {
  expect(negotiate(accept, ['json-full', 'json-minimal', 'json-verbose', 'atom'])).toBe(format)
})
