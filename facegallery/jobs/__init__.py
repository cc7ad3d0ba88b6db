"""Long work, off the window's thread: scan, analyse in worker processes, regroup, suggest.

Jobs are plain functions that report `Progress` and ask a `CancelToken`; only `job_thread` knows Qt.
"""
