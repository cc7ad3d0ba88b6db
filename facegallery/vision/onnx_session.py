"""ONNX Runtime sessions set up for one worker among several."""

import onnxruntime

PROCESSOR = "CPUExecutionProvider"
GRAPHICS = {
    "CUDAExecutionProvider": "GPU (CUDA)",
    "MIGraphXExecutionProvider": "GPU (MIGraphX)",
    "ROCMExecutionProvider": "GPU (ROCm)",
    "DmlExecutionProvider": "GPU (DirectML)",
    "CoreMLExecutionProvider": "GPU (Core ML)",
}
"""What ONNX Runtime calls each kind of graphics card, best first, and what people call it."""


# On Windows its events go another way, which the variable of facegallery/__init__ does not close.
onnxruntime.disable_telemetry_events()


def open_session(
    model: bytes, threads: int = 1, *, graphics: bool = False
) -> onnxruntime.InferenceSession:
    """Return a session for a serialized ONNX model.

    threads: one by default, because the worker pool already fills the cores with processes.
    Idle threads do not spin: other workers and the window need the core.
    graphics: run on a graphics card where this ONNX Runtime can use one; the processor steps in
    where that fails. Worth it where inputs have one size.
    """
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # Plans of memory are kept for each size of input, and photos come in all sizes: 50 MB less.
    options.enable_mem_pattern = False
    options.log_severity_level = 3  # errors only
    available = set(onnxruntime.get_available_providers()) if graphics else set()
    providers = [*(name for name in GRAPHICS if name in available), PROCESSOR]
    return onnxruntime.InferenceSession(model, options, providers=providers)


def device_of(session: onnxruntime.InferenceSession) -> str:
    """Return what a session runs on, for people to read."""
    return GRAPHICS.get(session.get_providers()[0], "CPU")
