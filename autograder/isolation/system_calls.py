"""Which system calls a child may not make, and what each that it makes is answered.

The lists name what to refuse, by what it would do; `hardening` makes a filter of them. What one
process can do to others, or to a thing that it shares with them, is refused even where nobody is
known to have used it: honest programs make none of these calls, or are content with the answer.
"""

from __future__ import annotations

# Calls for what a program on one core has no use for. All are answered EPERM.
FORBIDDEN = (
    # start a process, or become another program
    *("fork", "vfork", "execve", "execveat"),
    # talk to the network or to other processes
    *("socket", "bind", "connect", "listen", "accept", "accept4"),
    *("shmget", "shmat", "shmctl", "shmdt", "semget", "semop", "semtimedop", "semctl"),
    *("msgget", "msgsnd", "msgrcv", "msgctl", "mq_open", "mq_unlink", "memfd_create"),
    *("memfd_secret", "tkill"),
    # have the kernel hold more for it than any limit counts: large buffers, descriptors in
    # messages, attributes of files, lists of rules
    *("setsockopt", "sendmsg", "sendmmsg", "setxattr", "lsetxattr", "fsetxattr", "setxattrat"),
    *("landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self"),
    # look into other processes, or change how they run
    *("ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "kcmp"),
    *("pidfd_open", "pidfd_getfd", "pidfd_send_signal", "setpriority", "ioprio_set"),
    *("sched_setscheduler", "sched_setparam", "sched_setattr", "migrate_pages", "move_pages"),
    *("process_mrelease", "membarrier"),
    # watch what others do to files, see what lies in memory of them, or drop that
    *("inotify_init", "inotify_init1", "inotify_add_watch", "fanotify_init", "fanotify_mark"),
    *("fadvise64", "cachestat", "lookup_dcookie"),
    # another view of the file system, or a look at how it is put together
    *("mount", "umount2", "pivot_root", "chroot", "unshare", "setns", "move_mount", "open_tree"),
    *("fsopen", "fsconfig", "fsmount", "fspick", "mount_setattr", "open_by_handle_at"),
    *("name_to_handle_at", "quotactl", "quotactl_fd", "swapon", "swapoff", "acct"),
    *("statmount", "listmount", "open_tree_attr", "file_setattr"),
    # the kernel's wide doors
    *("bpf", "userfaultfd", "keyctl", "add_key", "request_key", "perf_event_open", "seccomp"),
    *("io_uring_setup", "io_uring_enter", "io_uring_register", "io_setup", "io_submit"),
    *("splice", "tee", "vmsplice"),
    *("personality", "iopl", "ioperm", "modify_ldt", "init_module", "finit_module"),
    *("delete_module", "kexec_load", "kexec_file_load", "reboot", "syslog", "settimeofday"),
    *("clock_settime", "adjtimex", "clock_adjtime", "sethostname", "setdomainname", "vhangup"),
)
# A filter cannot read what clone3 is given: the C library is told that there is no such call, and
# takes the other. So is whoever locks a file; HDF5, for one, goes on without.
ABSENT = ("clone3", "flock")
# Every disk is flushed for them, which others wait for, and nothing here outlives the process. They
# are answered as if they had been made.
NEEDLESS = ("sync", "syncfs", "fsync", "fdatasync", "sync_file_range")

# Calls that libseccomp may be too old to know; from 424 on a number is the same on all processors.
NUMBERS = {
    **{"landlock_create_ruleset": 444, "landlock_add_rule": 445, "landlock_restrict_self": 446},
    **{"cachestat": 451, "statmount": 457, "listmount": 458, "setxattrat": 463},
    **{"open_tree_attr": 467, "file_setattr": 469},
}

# Signals, whose first argument says which process they are for: only the own one is allowed. By the
# place of the signal's number among the arguments. SIGKILL is refused even there, so that a child
# that was ended by it was ended by somebody else.
SIGNALS = {"kill": 1, "tgkill": 2, "rt_sigqueueinfo": 1, "rt_tgsigqueueinfo": 2}
# Calls for the process that their first argument names, where 0 means oneself.
FOR_ITSELF = ("prlimit64", "sched_setaffinity")

# The numbers below are the kernel's on x86-64 and AArch64; some are in no module of Python's.
# Locks on a part of a file are absent as those on the whole are.
LOCKS = {"F_SETLK": 6, "F_SETLKW": 7, "F_OFD_SETLK": 37, "F_OFD_SETLKW": 38}
# By call: at which place among its arguments the value is that is refused.
PLACES = {"fcntl": 1, "ioctl": 1, "prctl": 0, "madvise": 2}
REFUSED: dict[str, dict[str, int]] = {
    # Leases, for which others' `open` waits, news of what others do, whom to signal, seals, and
    # larger pipes, which are counted for all processes of a user together.
    "fcntl": {
        **{"F_SETLEASE": 1024, "F_NOTIFY": 1026, "F_ADD_SEALS": 1033, "F_SETPIPE_SZ": 1031},
        **{"F_SETOWN": 8, "F_SETSIG": 10, "F_SETOWN_EX": 15},
    },
    # To take a terminal or its messages, type for others, load a protocol, have signals sent.
    "ioctl": {
        **{"TIOCSCTTY": 0x540E, "TIOCCONS": 0x541D, "TIOCSTI": 0x5412, "TIOCLINUX": 0x541C},
        **{"TIOCSETD": 0x5423, "FIOASYNC": 0x5452},
    },
    # To outlive its parent, be looked into or dumped, have a core of a processor to itself while
    # others wait, and share pages with whoever has the same ones.
    "prctl": {
        **{"PR_SET_PDEATHSIG": 1, "PR_SET_DUMPABLE": 4, "PR_SET_SECCOMP": 22},
        **{"PR_SCHED_CORE": 62, "PR_SET_MEMORY_MERGE": 67},
    },
    # The same pages, and to move what others have mapped out of memory.
    "madvise": {"MADV_MERGEABLE": 12, "MADV_COLD": 20, "MADV_PAGEOUT": 21},
}
# What has a higher number than programs use may be a newer lease.
HIGHEST_COMMAND = 1034
# The range of terminals and descriptors. What file systems and devices offer is without end.
LOWEST_REQUEST, HIGHEST_REQUEST = 0x5400, 0x54FF
# Pages of a pool that all processes share.
MAP_HUGETLB = 0x40000
# The one flag of `msync` that flushes.
MS_SYNC = 4
CLONE_THREAD = 0x10000
# Pairs of other kinds of sockets would have the kernel load modules.
AF_UNIX = 1
