import subprocess
import sys

import pytest

HEAVY = {
    "cv2", "keras", "keras_vggface", "matplotlib", "mtcnn", "onnx", "onnxruntime", "pandas",
    "scipy", "sklearn", "tensorflow", "tf_keras",
}  # fmt: skip


@pytest.mark.parametrize("start", ["facegallery.app", "facegallery.cli.main"])
def test_window_and_command_line_start_without_models(start):
    code = f"import sys, {start}; print(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert HEAVY & set(done.stdout.split()) == set()


def test_the_first_screen_needs_neither_numpy_nor_processes_nor_queries():
    code = (
        "import sys, facegallery.cli.main, facegallery.app, facegallery.ui.people.people_page;"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    slow = {"numpy", "PIL", "multiprocessing", "asyncio", "facegallery.domain.query.parse"}
    assert slow & set(done.stdout.split()) == set()


def test_the_command_line_starts_without_qt():
    code = "import sys, facegallery.cli.main; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
