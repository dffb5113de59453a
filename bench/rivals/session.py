"""The other end of the talk with one rival in a process of its own."""

import json
import os
import select
import subprocess

import numpy as np

from workloads import CACHE


LOADING = 300
"""Seconds that loading may take."""

LEAVING = 10
"""Seconds that a rival may take to end with its input."""


class Failed(Exception):
    """Why a rival gave no fit, in a few words."""


class Session:
    """One rival, one workload. Leave it by `close`, which gives the peak memory."""

    def __init__(self, argv, threads, limit):
        self.limit = limit
        self.out = CACHE / f"coefficients-{os.getpid()}.f64"
        self.log = CACHE / "last-errors.log"
        pools = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
        self.process = subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.log.open("wb"),
                                        env={**os.environ, **{pool: str(threads) for pool in pools}}, bufsize=0)
        self.text = b""

    def begin(self):
        """Waits until the numbers are loaded; the rival's version."""
        return self.answer(LOADING)["version"]

    def fit(self, tolerance, count=1):
        """The seconds of each fit, and the coefficients of the last."""
        self.process.stdin.write(f"{tolerance!r} {count} {self.out}\n".encode())
        answer = self.answer(self.limit * count)
        return answer, np.fromfile(self.out)

    def answer(self, limit):
        while True:
            while b"\n" not in self.text:
                if not select.select([self.process.stdout], [], [], limit)[0]:
                    self.process.kill()
                    raise Failed(f"more than {limit:.0f} s")
                read = os.read(self.process.stdout.fileno(), 1 << 16)
                if not read:
                    raise Failed(self.last_words())
                self.text += read
            line, self.text = self.text.split(b"\n", 1)
            if line.startswith(b"@ "):
                return json.loads(line[2:])

    def last_words(self):
        lines = [line for line in self.log.read_text(errors="replace").splitlines() if line.strip()]
        told = [line for line in lines if "Exception" in line or "Error" in line] or lines or ["ended without a word"]
        return told[-1][:160]

    def close(self):
        """Ends the process; its peak memory in MiB."""
        self.process.stdin.close()
        while select.select([self.process.stdout], [], [], LEAVING)[0]:
            if not os.read(self.process.stdout.fileno(), 1 << 16):
                break
        else:
            self.process.kill()
        _, status, usage = os.wait4(self.process.pid, 0)
        self.process.returncode = status
        self.process.stdout.close()
        self.out.unlink(missing_ok=True)
        return usage.ru_maxrss / 1024
