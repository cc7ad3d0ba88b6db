"""ONNX Runtime sessions set up for one worker among several."""

import onnxruntime


def open_session(model: bytes, threads: int = 1) -> onnxruntime.InferenceSession:
    """Return a session for a serialized ONNX model, on the processor.

    threads: one by default, because the worker pool already fills the cores with processes.
    Idle threads do not spin: other workers and the window need the core.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Plans of memory are kept for each size of input, and photos come in all sizes: 50 MB less.
    options.enable_mem_pattern = False
    options.log_severity_level = 3  # errors only
    return onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
