import { describe, expect, it } from 'vitest'
import { sortDrives, type SystemView } from './exclude.ts'

interface Node {
  readonly name: string
  readonly [field: string]: unknown
}
const disk = (name: string, number: string, more: object = {}): Node => ({
  ...{ name, kname: name, path: `/dev/${name}`, 'maj:min': number, type: 'disk' },
  ...{ size: 500_107_862_016, ro: false, rota: false, tran: 'sata', mountpoints: [null] },
  ...{ model: 'OMLOPP VIRT', serial: `S-${name}` },
  ...more,
})
const part = (name: string, number: string, more: object = {}) =>
  disk(name, number, { type: 'part', serial: null, ...more })

const view = (blockdevices: readonly Node[], more: Partial<SystemView> = {}): SystemView => ({
  ...{
    lsblk: { blockdevices },
    mounts: [],
    swaps: [],
    bootNumbers: [],
    holders: {},
    loopFiles: {},
  },
  ...more,
})
const judge = (system: SystemView, loop = false) => {
  const { drives, excluded } = sortDrives(system, { loop })
  return {
    free: drives.map(({ path }) => path),
    barred: Object.fromEntries(excluded.map(({ path, reasons }) => [path, [...reasons]])),
  }
}

describe('what may be wiped', () => {
  it('is a drive that nothing stands on', () => {
    expect(judge(view([disk('sdb', '8:16'), disk('nvme0n1', '259:0', { tran: 'nvme' })]))).toEqual({
      free: ['/dev/sdb', '/dev/nvme0n1'],
      barred: {},
    })
  })

  it.each([
    ['/ by its number', { bootNumbers: ['8:2'] }, ['boot']],
    ['/ in mountinfo', { mounts: ['25 1 8:2 / / rw - ext4 /dev/sda2 rw'] }, ['boot']],
    [
      'a live system, whose / has no device',
      {
        mounts: [
          '25 1 0:22 / / rw - overlay overlay rw',
          '26 25 8:2 / /run/live/medium ro - iso9660 /dev/sda2 ro',
        ],
      },
      ['boot'],
    ],
    [
      'a mount that names it by path alone, as btrfs does',
      { mounts: ['25 1 0:31 / /data rw - btrfs /dev/sda2 rw'] },
      ['mounted'],
    ],
    ['a mount', { mounts: ['25 1 8:2 / /media/usb rw - vfat /dev/sda2 rw'] }, ['mounted']],
    ['swap', { swaps: ['/dev/sda2 partition 1000 0 -2'] }, ['swap']],
    ['LVM or RAID above it', { holders: { sda2: ['dm-0'] } }, ['held']],
  ] as const)('never one with %s', (_, more, reasons) => {
    const system = view([disk('sda', '8:0', { children: [part('sda2', '8:2')] })], more)
    expect(judge(system)).toEqual({ free: [], barred: { '/dev/sda': [...reasons] } })
  })

  it('never one with a layer that lsblk shows, wherever it is mounted', () => {
    const lvm = part('vg-root', '254:0', { type: 'lvm', path: '/dev/mapper/vg-root' })
    const crypt = part('luks', '254:1', { type: 'crypt', children: [lvm] })
    const system = view([
      disk('sda', '8:0', { children: [part('sda1', '8:1', { children: [crypt] })] }),
    ])
    expect(judge(system).barred).toEqual({ '/dev/sda': ['held'] })
    const booted = { ...system, bootNumbers: ['254:0'] }
    expect(judge(booted).barred).toEqual({ '/dev/sda': ['boot', 'held'] })
  })

  it('never another path to the boot medium, or a clone of it', () => {
    const system = view(
      [
        disk('sda', '8:0', { serial: 'BOOT1', wwn: '0x5' }),
        disk('sdb', '8:16', { serial: 'BOOT1' }),
        disk('sdc', '8:32', { serial: 'OTHER', wwn: '0x5' }),
        disk('sdd', '8:48', { serial: 'OTHER2' }),
      ],
      { bootNumbers: ['8:0'] },
    )
    expect(judge(system)).toEqual({
      free: ['/dev/sdd'],
      barred: {
        '/dev/sda': ['boot'],
        '/dev/sdb': ['serial-of-boot'],
        '/dev/sdc': ['serial-of-boot'],
      },
    })
  })

  it('never what is no drive, is empty or read-only, and a loop only when asked for', () => {
    const system = view([
      disk('zram0', '253:0'),
      disk('sr0', '11:0', { type: 'rom' }),
      disk('md0', '9:0', { type: 'raid1' }),
      disk('sdb', '8:16', { size: 0 }),
      disk('sdc', '8:32', { ro: true }),
      disk('loop0', '7:0', { type: 'loop', serial: null }),
    ])
    expect(judge(system).free).toEqual([])
    expect(judge(system).barred).toMatchObject({
      ...{
        '/dev/zram0': ['not-a-drive'],
        '/dev/sr0': ['not-a-drive'],
        '/dev/md0': ['not-a-drive'],
      },
      ...{ '/dev/sdb': ['empty'], '/dev/sdc': ['read-only'], '/dev/loop0': ['loop'] },
    })
    expect(judge(system, true).free).toEqual(['/dev/loop0'])
  })

  it('is nothing at all when lsblk said nothing', () => {
    for (const lsblk of [null, [], {}, { blockdevices: 'x' }])
      expect(judge({ ...view([]), lsblk })).toEqual({ free: [], barred: {} })
  })
})
